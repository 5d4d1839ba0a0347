package dev.footnote.discord;

import java.io.IOException;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Reads from Discord's API without a connection to its gateway. Safe for use by several threads.
 */
final class DiscordRest {

  /**
   * What Discord said.
   *
   * @param status such as 200
   */
  record Answer(int status, String body) {

    /**
     * @throws IllegalStateException if it is no answer but a refusal
     */
    DataObject object() {
      return DataObject.fromJson(sound());
    }

    /**
     * @throws IllegalStateException if it is no answer but a refusal
     */
    DataArray array() {
      return DataArray.fromJson(sound());
    }

    private String sound() {
      if (status != 200) {
        throw new IllegalStateException("HTTP " + status);
      }
      return body;
    }
  }

  private final DiscordSettings settings;
  private final OkHttpClient http;

  DiscordRest(DiscordSettings settings, OkHttpClient http) {
    this.settings = settings;
    this.http = http;
  }

  /** Where Discord is. */
  String base() {
    return settings.endpoints().map(e -> e.api().toString()).orElse(RestConfig.DEFAULT_BASE_URL);
  }

  /**
   * Asks for {@code path}.
   *
   * @throws IOException if Discord cannot be reached
   */
  Answer get(String path) throws IOException {
    var request =
        new Request.Builder()
            .url(base() + path)
            .header("Authorization", "Bot " + settings.token().reveal())
            .header("User-Agent", RestConfig.USER_AGENT)
            .build();
    try (var response = http.newCall(request).execute()) {
      return new Answer(response.code(), response.body().string());
    }
  }
}
