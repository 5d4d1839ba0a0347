/** Takes requests from chat platforms, answers each once, and keeps what each tenant settled. */
@NullMarked
package dev.footnote.core.service;

import org.jspecify.annotations.NullMarked;
