package dev.footnote.knowledge.content;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one file. */
final class FileProblems {

  private final String path;
  private final List<Problem> problems = new ArrayList<>();

  FileProblems(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  void report(int line, String message) {
    problems.add(new Problem(path, line, message));
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  List<Problem> all() {
    return problems.stream().distinct().sorted().toList();
  }
}
