package dev.plumbline.detectors.window;

import dev.plumbline.detectors.event.AccessEvent.Access;
import dev.plumbline.detectors.event.AccessEvent.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Accesses of one principal in one hour that are alike in all that features look at. */
public final class Cell {
    static final int NO_STORE = -1;
    private static final int SAMPLES = 3;

    final int action;
    final int store;
    final int network;
    final int agent;
    final Access access;
    final Outcome outcome;
    private final int number;
    private final List<Sample> samples = new ArrayList<>(1);
    int count;
    long bytesOut;
    /** How surprising one such access is, in nats; set once its hour is judged. */
    double surprise;

    /** One of the accesses. */
    public record Sample(String id, Instant time) {}

    Cell(int number, int action, int store, int network, int agent, Access access, Outcome outcome) {
        this.number = number;
        this.action = action;
        this.store = store;
        this.network = network;
        this.agent = agent;
        this.access = access;
        this.outcome = outcome;
    }

    void add(String id, Instant time, long bytes) {
        count++;
        bytesOut += bytes;
        if (samples.size() < SAMPLES) {
            samples.add(new Sample(id, time));
        }
    }

    /** Whether objects were read, and not refused. */
    boolean isRead() {
        return access == Access.READ && outcome != Outcome.DENIED;
    }

    /** Counts up from 0 in a ledger. */
    public int number() {
        return number;
    }

    public int count() {
        return count;
    }

    /** How surprising one such access is given the past, in nats; 0 is wholly expected. */
    public double surprise() {
        return surprise;
    }

    /** A few of the accesses, in the order they were read. */
    public List<Sample> samples() {
        return List.copyOf(samples);
    }
}
