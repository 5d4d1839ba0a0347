/** A Slack on this machine, as strict as the documented one, for tests and for looking. */
@NullMarked
package dev.footnote.slack.fake;

import org.jspecify.annotations.NullMarked;
