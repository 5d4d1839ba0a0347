package dev.footnote.discord.fake;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * Discord's gateway: sessions that can be resumed, heartbeats, one zlib stream a connection, and
 * every way to close.
 */
public final class FakeGateway {

  /** What a session was sent, so that resuming replays it. */
  private static final class Session {
    final String id = "session-" + Snowflakes.next();
    final int shard;
    final List<DataObject> sent = new ArrayList<>();
    @org.jspecify.annotations.Nullable Connection connection;

    Session(int shard) {
      this.shard = shard;
    }

    synchronized void dispatch(String type, DataObject data) {
      var event =
          DataObject.empty().put("op", 0).put("t", type).put("s", sent.size() + 1).put("d", data);
      sent.add(event);
      if (connection != null) {
        connection.send(event);
      }
    }
  }

  /** One socket with its zlib stream. */
  private static final class Connection {
    final WebSocket socket;
    final boolean compressed;
    final Deflater deflater = new Deflater();
    @org.jspecify.annotations.Nullable Session session;
    volatile boolean deaf;

    Connection(WebSocket socket, boolean compressed) {
      this.socket = socket;
      this.compressed = compressed;
    }

    synchronized void send(DataObject payload) {
      try {
        write(payload);
      } catch (WebsocketNotConnectedException e) {
        // closed meanwhile: a session that is resumed gets it then
      }
    }

    private void write(DataObject payload) {
      if (!compressed) {
        socket.send(payload.toString());
        return;
      }
      deflater.setInput(payload.toString().getBytes(StandardCharsets.UTF_8));
      var out = new ByteArrayOutputStream();
      var buffer = new byte[8192];
      int n;
      do {
        n = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        out.write(buffer, 0, n);
      } while (n == buffer.length);
      socket.send(ByteBuffer.wrap(out.toByteArray()));
    }
  }

  private final FakeWorld discord;
  private final Server server;
  private final Map<WebSocket, Connection> connections = new ConcurrentHashMap<>();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final List<Instant> connects = new CopyOnWriteArrayList<>();
  private final AtomicInteger identifies = new AtomicInteger();
  private final AtomicInteger resumes = new AtomicInteger();
  private final AtomicInteger beats = new AtomicInteger();
  private final List<DataObject> identified = new CopyOnWriteArrayList<>();
  private final CountDownLatch started = new CountDownLatch(1);
  private volatile int heartbeatMillis = 41250;
  private volatile int refusal;
  private volatile int closeOnIdentify;

  FakeGateway(FakeWorld discord, int port) throws InterruptedException {
    this.discord = discord;
    this.server = new Server(port);
    server.setReuseAddr(true);
    server.setTcpNoDelay(true);
    server.start();
    started.await();
  }

  URI uri() {
    return URI.create("ws://127.0.0.1:" + server.getPort() + "/");
  }

  /** When somebody connected. */
  public List<Instant> connects() {
    return connects;
  }

  public int identifies() {
    return identifies.get();
  }

  public int resumes() {
    return resumes.get();
  }

  public int heartbeats() {
    return beats.get();
  }

  /** The {@code d} of each IDENTIFY. */
  public List<DataObject> identified() {
    return identified;
  }

  public boolean isConnected() {
    return sessions.values().stream().anyMatch(s -> s.connection != null);
  }

  /** Milliseconds between heartbeats, for connections from now on. */
  public void heartbeatEvery(int millis) {
    heartbeatMillis = millis;
  }

  /** Accepts connections and closes them at once with {@code code}; 0 for no more. */
  public void refuse(int code) {
    refusal = code;
  }

  /** Closes with {@code code} when somebody identifies; 0 for no more. */
  public void closeOnIdentify(int code) {
    closeOnIdentify = code;
  }

  /** Today's connections hear nothing any more, as with a dead peer. */
  public void fallSilent() {
    connections.values().forEach(c -> c.deaf = true);
  }

  /** Closes every connection; sessions can be resumed. */
  public void closeAll(int code) {
    connections.values().forEach(c -> c.socket.close(code, "as told"));
  }

  /** Cuts every connection without a word. */
  public void cutAll() {
    connections.values().forEach(c -> c.socket.closeConnection(1006, ""));
  }

  /** Op 7: reconnect. */
  public void askToReconnect() {
    connections.values().forEach(c -> c.send(DataObject.empty().put("op", 7).put("d", null)));
  }

  /** Op 9: the session is invalid. */
  public void invalidate(boolean resumable) {
    if (!resumable) {
      sessions.clear();
    }
    connections.values().forEach(c -> c.send(DataObject.empty().put("op", 9).put("d", resumable)));
  }

  /** Forgets sessions, so that resuming fails with op 9. */
  public void forgetSessions() {
    sessions.values().forEach(s -> s.connection = null);
    sessions.clear();
  }

  /** An event of a guild, or of direct messages where {@code guild} is empty. */
  void dispatch(Optional<String> guild, String type, DataObject data) {
    for (var session : sessions.values()) {
      int shards = discord.shards();
      long of = guild.map(g -> (Long.parseUnsignedLong(g) >> 22) % shards).orElse(0L);
      if (session.shard == of) {
        session.dispatch(type, DataObject.fromJson(data.toString()));
      }
    }
  }

  void stop() {
    try {
      server.stop(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(Connection connection, DataObject payload) {
    switch (payload.getInt("op")) {
      case 1 -> {
        beats.incrementAndGet();
        connection.send(DataObject.empty().put("op", 11));
      }
      case 2 -> identify(connection, payload.getObject("d"));
      case 6 -> resume(connection, payload.getObject("d"));
      default -> {
        // presence, member requests: nobody waits for an answer
      }
    }
  }

  private void identify(Connection connection, DataObject data) {
    identifies.incrementAndGet();
    identified.add(data);
    if (closeOnIdentify != 0) {
      connection.socket.close(closeOnIdentify, "as told");
      return;
    }
    if (!discord.accepts("Bot " + data.getString("token"))) {
      connection.socket.close(4004, "Authentication failed.");
      return;
    }
    int shard = data.optArray("shard").map(s -> s.getInt(0)).orElse(0);
    var session = new Session(shard);
    session.connection = connection;
    connection.session = session;
    sessions.put(session.id, session);
    var guilds = DataArray.empty();
    var mine =
        discord.guilds().stream()
            .filter(g -> (Long.parseUnsignedLong(g.id()) >> 22) % discord.shards() == shard)
            .toList();
    mine.forEach(g -> guilds.add(DataObject.empty().put("id", g.id()).put("unavailable", true)));
    session.dispatch(
        "READY",
        DataObject.empty()
            .put("v", 10)
            .put("user", discord.self())
            .put("guilds", guilds)
            .put("private_channels", DataArray.empty())
            .put("session_id", session.id)
            .put("resume_gateway_url", uri().toString())
            .put("shard", data.optArray("shard").orElse(null))
            .put(
                "application",
                DataObject.empty().put("id", discord.application()).put("flags", 0)));
    mine.forEach(g -> session.dispatch("GUILD_CREATE", discord.events.guild(g)));
  }

  private void resume(Connection connection, DataObject data) {
    resumes.incrementAndGet();
    var session = sessions.get(data.getString("session_id"));
    if (session == null) {
      connection.send(DataObject.empty().put("op", 9).put("d", false));
      return;
    }
    synchronized (session) {
      session.connection = connection;
      connection.session = session;
      int seq = data.getInt("seq");
      session.sent.stream().filter(e -> e.getInt("s") > seq).forEach(connection::send);
      session.dispatch("RESUMED", DataObject.empty());
    }
  }

  private final class Server extends WebSocketServer {

    Server(int port) {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
      connects.add(Instant.now());
      if (refusal != 0) {
        socket.close(refusal, "as told");
        return;
      }
      var connection =
          new Connection(
              socket, handshake.getResourceDescriptor().contains("compress=zlib-stream"));
      connections.put(socket, connection);
      connection.send(
          DataObject.empty()
              .put("op", 10)
              .put("d", DataObject.empty().put("heartbeat_interval", heartbeatMillis)));
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
      var connection = connections.get(socket);
      if (connection != null && !connection.deaf) {
        handle(connection, DataObject.fromJson(message));
      }
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
      var connection = connections.remove(socket);
      if (connection != null && connection.session != null) {
        var session = connection.session;
        synchronized (session) {
          if (session.connection == connection) {
            session.connection = null;
          }
        }
      }
    }

    @Override
    public void onError(@org.jspecify.annotations.Nullable WebSocket socket, Exception e) {
      // a cut connection is what some tests are about
    }

    @Override
    public void onStart() {
      started.countDown();
    }
  }
}
