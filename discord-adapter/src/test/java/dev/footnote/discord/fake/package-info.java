/** A Discord on 127.0.0.1 for tests: REST, gateway, and what members would see. */
@NullMarked
package dev.footnote.discord.fake;

import org.jspecify.annotations.NullMarked;
