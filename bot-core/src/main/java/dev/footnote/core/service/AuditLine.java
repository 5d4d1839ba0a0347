package dev.footnote.core.service;

import java.time.Instant;

/**
 * One attempt to change a tenant's settings.
 *
 * @param user the platform's id of whoever tried
 * @param what what was wanted, in words
 * @param refused whether nothing was changed
 */
public record AuditLine(Instant at, String user, String what, boolean refused) {}
