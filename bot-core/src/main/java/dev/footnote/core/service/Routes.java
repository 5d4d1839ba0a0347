package dev.footnote.core.service;

import com.sun.net.httpserver.HttpHandler;

/** Where an adapter puts what it serves over HTTP, such as {@code /slack/events}. */
public interface Routes {

  /**
   * Serves {@code path}, and what is below it, from now on.
   *
   * @param handler called on virtual threads, by several at once; must read and answer in time
   */
  void add(String path, HttpHandler handler);
}
