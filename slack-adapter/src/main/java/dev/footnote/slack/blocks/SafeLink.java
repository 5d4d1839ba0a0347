package dev.footnote.slack.blocks;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A link as a reader may trust it: the address in ASCII, and the host that it truly leads to.
 *
 * @param host in ASCII, without user information or port
 */
record SafeLink(String address, String host) {

  /** What Slack takes at most. */
  private static final int LONGEST = 3000;

  /** Empty where an address is not one of the web's, or has no host that can be shown. */
  static Optional<SafeLink> of(URI url) {
    var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    var authority = url.getRawAuthority();
    if (authority == null || !(scheme.equals("https") || scheme.equals("http"))) {
      return Optional.empty();
    }
    var host = host(authority);
    var address = url.toASCIIString().replace("|", "%7C").replace("<", "%3C").replace(">", "%3E");
    return host.isEmpty() || address.length() > LONGEST
        ? Optional.empty()
        : Optional.of(new SafeLink(address, host));
  }

  private static String host(String authority) {
    var bare = authority.substring(authority.lastIndexOf('@') + 1);
    var host = bare.startsWith("[") ? bare.replaceAll("].*", "]") : bare.replaceAll(":\\d*$", "");
    try {
      var ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return ascii.chars().allMatch(c -> c > 0x20 && c < 0x7f && "<>|&".indexOf(c) < 0)
          ? ascii
          : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** As a link of Slack's own markup that shows the host. */
  String shown() {
    return "<" + Escapes.control(address) + "|" + host + ">";
  }
}
