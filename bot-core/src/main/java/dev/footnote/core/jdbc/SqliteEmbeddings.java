package dev.footnote.core.jdbc;

import dev.footnote.core.retrieval.EmbeddingCache;
import dev.footnote.knowledge.StoreException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** One model's embeddings in SQLite. */
final class SqliteEmbeddings implements EmbeddingCache {

  private final Database database;
  private final String model;

  SqliteEmbeddings(Database database, String model) {
    this.database = database;
    this.model = model;
  }

  @Override
  public Map<String, float[]> find(Collection<String> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    return database.read(connection -> {
      try (var query =
          connection.prepareStatement("SELECT vector FROM embedding WHERE key = ? AND model = ?")) {
        var found = new HashMap<String, float[]>();
        query.setString(2, model);
        for (var key : keys) {
          query.setString(1, key);
          try (var rows = query.executeQuery()) {
            if (rows.next()) {
              found.put(key, floats(key, rows.getBytes(1)));
            }
          }
        }
        return Map.copyOf(found);
      }
    });
  }

  @Override
  public void put(Map<String, float[]> vectors) {
    if (vectors.isEmpty()) {
      return;
    }
    database.write(connection -> {
      try (var insert =
          connection.prepareStatement(
              "INSERT INTO embedding (key, model, vector) VALUES (?, ?, ?)"
                  + " ON CONFLICT DO NOTHING")) {
        insert.setString(2, model);
        for (var vector : vectors.entrySet()) {
          insert.setString(1, vector.getKey());
          insert.setBytes(3, bytes(vector.getValue()));
          insert.executeUpdate();
        }
        return vectors.size();
      }
    });
  }

  private static byte[] bytes(float[] vector) {
    var bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return bytes.array();
  }

  private float[] floats(String key, byte[] bytes) {
    if (bytes.length % Float.BYTES != 0) {
      throw new StoreException(
          SqliteFailures.damaged(database.file(), "embedding " + key + " is not what was stored"));
    }
    var vector = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    return vector;
  }
}
