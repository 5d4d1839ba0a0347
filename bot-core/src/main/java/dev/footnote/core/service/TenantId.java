package dev.footnote.core.service;

/**
 * Whose data something is: tenants never see each other's.
 *
 * @param platform such as {@code discord} or {@code slack}
 * @param id the guild's or workspace's; {@code user-} and the user's id for direct messages and
 *     user-installed use on Discord
 */
public record TenantId(String platform, String id) {

  public TenantId {
    if (platform.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("tenant id: platform and id must not be blank");
    }
  }

  @Override
  public String toString() {
    return platform + ":" + id;
  }
}
