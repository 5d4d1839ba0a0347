/** State in SQLite; the only importer of JDBC. */
@NullMarked
package dev.footnote.core.jdbc;

import org.jspecify.annotations.NullMarked;
