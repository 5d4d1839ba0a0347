/** Speaks with Slack: Web API, Socket Mode, signed HTTP, and the installations' tokens. */
@NullMarked
package dev.footnote.slack.transport;

import org.jspecify.annotations.NullMarked;
