package dev.plumbline.detectors.window;

import dev.plumbline.detectors.event.AccessEvent;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one principal did in one hour of the clock (UTC). */
public final class PrincipalHour {
    private static final long SECONDS = 3600;

    final int principal;
    final long hour;
    private final Principal who;
    private final Provider provider;
    private final String account;
    private final Map<CellKey, Cell> byKey = new HashMap<>(8);
    private final List<Cell> cells = new ArrayList<>(4);
    private Instant first;
    private Instant last;

    private record CellKey(
            int action, int store, int network, int agent, AccessEvent.Access access, AccessEvent.Outcome outcome) {}

    PrincipalHour(int principal, long hour, AccessEvent event) {
        this.principal = principal;
        this.hour = hour;
        this.who = event.principal();
        this.provider = event.provider();
        this.account = event.account();
        this.first = event.time();
        this.last = event.time();
    }

    Cell add(AccessEvent event, int action, int store, int network, int agent, int nextNumber) {
        var key = new CellKey(action, store, network, agent, event.access(), event.outcome());
        Cell cell = byKey.get(key);
        if (cell == null) {
            cell = new Cell(nextNumber, action, store, network, agent, event.access(), event.outcome());
            byKey.put(key, cell);
            cells.add(cell);
        }
        cell.add(event.id(), event.time(), event.bytesOut());
        first = event.time().isBefore(first) ? event.time() : first;
        last = event.time().isAfter(last) ? event.time() : last;
        return cell;
    }

    static long hourOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }

    public Principal principal() {
        return who;
    }

    public Provider provider() {
        return provider;
    }

    public String account() {
        return account;
    }

    public List<Cell> cells() {
        return List.copyOf(cells);
    }

    List<Cell> cellsHeld() {
        return cells;
    }

    /** Time of the first access. */
    public Instant first() {
        return first;
    }

    /** Time of the last access. */
    public Instant last() {
        return last;
    }

    long day() {
        return Math.floorDiv(hour, 24);
    }
}
