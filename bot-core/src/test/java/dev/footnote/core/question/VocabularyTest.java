package dev.footnote.core.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {

  private final Vocabulary vocabulary = KnownNames.VOCABULARY;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "openai vs anthropic | openai anthropic",
        "wen did zuck buy scale | mark-zuckerberg scale-ai",
        "goog vs msft | google microsoft",
        "gpt4o | gpt-4o",
        "GPT-4o mini | gpt-4o",
        "gpt 5.4 | gpt-5-4",
        "gpt-5.4 | gpt-5-4",
        "gpt5.4 | gpt-5-4",
        "open ai | openai",
        "musespark | muse-spark",
        "muse-spark | muse-spark",
        "x.ai and c.ai | xai character-ai",
        "Meta's and Google’s deal | meta google",
        "openais new model and metas plan | openai meta",
        "anthropc | anthropic",
        "nvida | nvidia",
        "perplexty | perplexity",
        "Zuckerburg said | mark-zuckerberg",
        "claud outage | claude",
        "Pérplexity | perplexity",
        "OPENAI SUED | openai",
        "whos the ceo of thinking machines | thinking-machines",
        "sam altman | sam-altman",
        "Claude Code | claude-code",
        "google deepmind | google-deepmind",
        "eu ai act | eu-ai-act",
        "U.S. export controls | united-states",
        "US policy | united-states",
        "did Figure raise money | figure",
        "figure raised how much | figure",
        "who acquired scale | scale-ai",
        "is the oracle deal done | oracle",
        "did nyt win against openai? | nyt openai",
        "did NYT sue OpenAI? | nyt openai",
        "models by OpenAI | openai",
        "acquired by Meta | meta",
        "what did apple announce | apple",
      })
  void entities_are_found_as_people_type_them(String text, String ids) {
    assertThat(ids(text, Mention.Kind.ENTITY)).isEqualTo(Arrays.asList(ids.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what did the wsj report | wsj",
        "according to the New York Times | nyt",
        "reported by The New York Times | nyt",
        "The New York Times article on chips | nyt",
        "according to time, who won | time",
        "a Time article | time",
        "does Fortune agree | fortune",
        "according to nature | nature",
        "articles from Wired, Time and Fortune | wired,time,fortune",
        "what did the verge say about ars technica and wired? | verge,ars-technica,wired",
        "techcrunch | techcrunch",
        "tech crunch | techcrunch",
        "what did the information report | the-information",
        "an article by 'The Independent - Life and Style' | The Independent - Life and Style",
        "The Independent reported | independent",
        "CBSSports.com | CBSSports.com",
        "cbs sports | CBSSports.com",
        "'Sporting News' | Sporting News",
        "Hacker News article | the-hacker-news",
        "The Age and The Roar reported | the-age,The Roar | Sports Writers Blog",
        "the BBC News article | bbc",
        "FOX News says | fox-news",
        "Polygon's coverage | Polygon",
      })
  void publishers_are_found_where_they_publish(String text, String ids) {
    String expected = text.startsWith("The Age") ? "the-age,The Roar | Sports Writers Blog" : ids;
    assertThat(String.join(",", ids(text, Mention.Kind.PUBLISHER))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what time is it",
        "on the verge of collapse",
        "over time, ai by nature improves",
        "at scale, arm wrestling",
        "a variety of ideas from time to time",
        "i need information now",
        "in the age of ai",
        "by fortune or by force",
        "they figure it out",
        "tell us more",
        "move the cursor to the left",
        "a new business line",
        "rivals of the startup",
        "GPT-4.7",
        "the clause in the contract",
        "Tyreek Hill's chances",
        "a letter of the alphabet",
        "",
      })
  void ordinary_words_are_not_names(String text) {
    assertThat(vocabulary.find(text)).filteredOn(m -> m.kind() != Mention.Kind.TOPIC).isEmpty();
  }

  @Test
  void a_topic_within_another_name_is_none() {
    assertThat(vocabulary.find("Who ran Alameda Research?")).isEmpty();
    assertThat(ids("chip export controls", Mention.Kind.TOPIC)).contains("export-controls");
  }

  @Test
  void a_short_name_stands_for_all_sections_of_its_publisher() {
    assertThat(vocabulary.find("the BBC News article").getFirst().names())
        .containsExactly("BBC News", "BBC News - Technology");
    assertThat(vocabulary.find("The Independent reported").getFirst().names())
        .containsExactly(
            "The Independent", "The Independent - Life and Style", "The Independent - Sports");
  }

  @Test
  void offsets_point_at_the_name_as_it_was_typed() {
    String text = "is gpt 5.4 out?";
    Mention mention = vocabulary.find(text).getFirst();

    assertThat(text.substring(mention.start(), mention.end())).isEqualTo("gpt 5.4");
  }

  @Test
  void a_pasted_book_is_read_in_bounded_time() {
    Assertions.assertTimeout(
        Duration.ofSeconds(5), () -> vocabulary.find("openai and the verge ".repeat(5_000)));
  }

  private List<String> ids(String text, Mention.Kind kind) {
    return vocabulary.find(text).stream().filter(m -> m.kind() == kind).map(Mention::id).toList();
  }
}
