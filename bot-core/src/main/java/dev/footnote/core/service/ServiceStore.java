package dev.footnote.core.service;

/** What a desk keeps on disk. */
public interface ServiceStore {

  /** Names this store among all there ever were. */
  String identity();

  Inbox inbox();

  AnswerShelf answers();

  TenantStore tenants();
}
