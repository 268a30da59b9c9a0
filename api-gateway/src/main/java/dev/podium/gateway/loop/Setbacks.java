package dev.podium.gateway.loop;

import dev.podium.kit.drain.Drain;
import dev.podium.kit.problem.ProblemException;
import dev.podium.kit.record.Backoff;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * What goes wrong in a loop that nothing may end, since nobody would begin it again: it is told
 * once, however often it happens, and the loop waits ever longer. For one thread.
 */
public final class Setbacks {

  private final Logger log;
  private final String what;
  private final Backoff backoff;
  private final Drain drain;
  private final Set<Class<?>> told = new HashSet<>();
  private int count;

  /**
   * Of a loop of which nothing has gone wrong yet.
   *
   * @param what the loop does, for the log
   */
  public Setbacks(Logger log, String what, Backoff backoff, Drain drain) {
    this.log = log;
    this.what = what;
    this.backoff = backoff;
    this.drain = drain;
  }

  /** Tells of it, unless one of its kind was told since all went well, and waits. */
  public void after(RuntimeException e) {
    if (told.add(e.getClass())) {
      tell(e);
    }
    count++;
    drain.await(backoff.after(count, ThreadLocalRandom.current()));
  }

  private void tell(RuntimeException e) {
    if (e instanceof ProblemException || e instanceof KafkaException) {
      log.warnf("%s waits, and is tried again: %s", what, e.getMessage());
    } else {
      log.errorf(e, "%s failed for a reason that nobody foresaw, and is tried again", what);
    }
  }

  /** All goes well again. */
  public void over() {
    if (count > 0) {
      log.infof("%s goes on", what);
    }
    told.clear();
    count = 0;
  }
}
