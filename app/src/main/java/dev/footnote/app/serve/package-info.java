/** The service for chat platforms: what it opens, watches, shows over HTTP, and closes in order. */
@NullMarked
package dev.footnote.app.serve;

import org.jspecify.annotations.NullMarked;
