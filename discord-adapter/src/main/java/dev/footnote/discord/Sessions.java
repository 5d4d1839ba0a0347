package dev.footnote.discord;

import java.util.Optional;
import net.dv8tion.jda.api.utils.SessionControllerAdapter;

/** Starts shards one after the other, at the gateway that the settings name. */
final class Sessions extends SessionControllerAdapter {

  private final Optional<DiscordSettings.Endpoints> endpoints;

  Sessions(Optional<DiscordSettings.Endpoints> endpoints) {
    this.endpoints = endpoints;
  }

  /** JDA asks nobody for the gateway at a login: it is a constant, unless it is said here. */
  @Override
  public String getGateway() {
    return endpoints.map(e -> e.gateway().toString()).orElseGet(super::getGateway);
  }
}
