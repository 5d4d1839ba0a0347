/** The Slack adapter: decodes events into commands, renders and delivers replies. */
@NullMarked
package dev.footnote.slack;

import org.jspecify.annotations.NullMarked;
