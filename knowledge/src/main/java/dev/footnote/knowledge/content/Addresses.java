package dev.footnote.knowledge.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The form of addresses in curated files. */
final class Addresses {

  private Addresses() {}

  /**
   * @throws IllegalArgumentException with the way out, unless {@code text} is an absolute https
   *     address
   */
  static URI https(String text) {
    try {
      URI uri = new URI(text);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Reported below: whatever is wrong, the way out is the same.
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no absolute https address: write https://host/path, or leave it out");
  }

  static String host(URI uri) {
    return String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
  }

  /** Equal for addresses that lead to the same page. */
  static String key(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/$", "");
    return host(uri) + path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }
}
