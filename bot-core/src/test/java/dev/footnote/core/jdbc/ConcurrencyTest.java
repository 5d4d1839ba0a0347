package dev.footnote.core.jdbc;

import static dev.footnote.core.jdbc.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footnote.knowledge.Article;
import dev.footnote.knowledge.ArticleStore.Change;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConcurrencyTest {

  @TempDir private Path folder;

  @Test
  void threads_of_two_stores_write_at_once_and_lose_nothing() throws Exception {
    try (var one = Articles.store(folder);
        var two = Articles.store(folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Callable<Object>>();
      for (var thread = 0; thread < 8; thread++) {
        var number = thread;
        var store = thread % 2 == 0 ? one : two;
        tasks.add(() -> {
          for (var batch = 0; batch < 10; batch++) {
            store.put(batch(number + "-" + batch + "-", 5));
            store.put(List.of(article("shared", number + " " + batch)));
          }
          return number;
        });
      }
      for (var done : threads.invokeAll(tasks)) {
        done.get();
      }

      assertThat(two.count()).isEqualTo(8 * 10 * 5 + 1);
      assertThat(one.versions()).isEqualTo(79);
      assertThat(one.sequence()).isEqualTo(8 * 10 * 5 + 80);
      assertThat(one.changesAfter(0, 1_000)).isEqualTo(two.changesAfter(0, 1_000)).hasSize(401);
    }
  }

  @Test
  void whoever_follows_the_changes_misses_none_while_others_write() throws Exception {
    try (var store = Articles.store(folder);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers = new ArrayList<java.util.concurrent.Future<?>>();
      for (var thread = 0; thread < 3; thread++) {
        var number = thread;
        writers.add(
            threads.submit(() -> {
              for (var batch = 0; batch < 20; batch++) {
                store.put(batch(number + "-" + batch + "-", 3));
                store.put(List.of(article("shared-" + batch % 4, number + " " + batch)));
              }
            }));
      }
      var seen = new HashMap<String, String>();
      long position = 0;
      while (true) {
        var last = writers.stream().allMatch(java.util.concurrent.Future::isDone);
        var page = store.changesAfter(position, 7);
        for (var change : page) {
          assertThat(change.sequence()).isGreaterThan(position);
          position = change.sequence();
          seen.put(change.article().id().value(), change.article().body());
        }
        if (last && page.isEmpty()) {
          break;
        }
      }
      for (var writer : writers) {
        writer.get();
      }

      assertThat(seen).hasSize(3 * 20 * 3 + 4);
      assertThat(store.changesAfter(0, 1_000))
          .extracting(Change::article)
          .allSatisfy(one -> assertThat(seen).containsEntry(one.id().value(), one.body()));
    }
  }

  @Test
  void two_processes_write_at_once_and_lose_nothing() throws Exception {
    var other = Fork.start(ImportLoop.class, folder.toString(), "other", "6");
    var third = Fork.start(ImportLoop.class, folder.toString(), "third", "6");
    try (var store = Articles.store(folder)) {
      for (var batch = 0; batch < 40; batch++) {
        store.put(batch("own-" + batch + "-", 5));
      }
      assertThat(other.waitFor()).isZero();
      assertThat(third.waitFor()).isZero();

      // Each of the others: 200 in its first batch; 150 and 50 revised in the next five.
      assertThat(store.count()).isEqualTo(40 * 5 + 2 * (6 * 150 + 50));
      assertThat(store.versions()).isEqualTo(2 * 5 * 50);
      assertThat(store.sequence()).isEqualTo(store.count() + store.versions());
    }
  }

  private static List<Article> batch(String prefix, int count) {
    var articles = new ArrayList<Article>();
    for (var i = 0; i < count; i++) {
      articles.add(article(prefix + i, "text"));
    }
    return articles;
  }
}
