package dev.plumbline.detectors.window;

import dev.plumbline.detectors.event.AccessEvent;
import dev.plumbline.detectors.event.Principal;
import dev.plumbline.detectors.event.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gathers accesses per principal and hour as they are read, in any order of time. Keeps counts, not events: memory grows
 * with the distinct things that principals do, not with how often they do them. Accesses of the clouds' own services
 * are not kept. Not thread-safe.
 */
public final class AccessLedger {
    /** For so long a store counts as new to a principal that has begun to touch it. */
    static final int STORE_NEW_DAYS = 14;

    /** A principal known for less has no habits yet: all its stores are new, which says nothing. */
    private static final int HABITS_DAYS = 3;

    private final Vocabulary<String> principals = new Vocabulary<>();
    private final Vocabulary<Action> actions = new Vocabulary<>();
    private final Vocabulary<String> stores = new Vocabulary<>();
    private final Vocabulary<String> networks = new Vocabulary<>();
    private final Vocabulary<String> agents = new Vocabulary<>();
    private final Map<Long, PrincipalHour> windows = new HashMap<>();
    private final Map<Long, Long> firstHourOfNetwork = new HashMap<>();
    private final Map<Long, Long> firstHourOfStore = new HashMap<>();
    private final Map<Integer, Long> firstHour = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private final Map<Integer, Long> firstHumanHour = new HashMap<>();
    private @Nullable PrincipalHour latest;

    /** An operation of one provider's service. */
    record Action(Provider provider, String service, String name) {}

    /** Takes an access in; empty if it is a cloud service's own and not kept. */
    public Optional<Cell> add(AccessEvent event) {
        if (event.principal().kind() == Principal.Kind.CLOUD_SERVICE) {
            return Optional.empty();
        }
        int principal = principals.number(event.principal().token());
        PrincipalHour window = window(principal, event);
        if (event.principal().kind() == Principal.Kind.HUMAN) {
            firstHumanHour.merge(principal, window.hour, Math::min);
        }
        int network = networks.number(event.network());
        Cell cell = window.add(
                event,
                actions.number(new Action(event.provider(), event.service(), event.action())),
                event.resources().isEmpty()
                        ? Cell.NO_STORE
                        : stores.number(event.resources().getFirst()),
                network,
                agents.number(event.agent()),
                cells.size());
        if (cell.number() == cells.size()) {
            cells.add(cell);
            firstHour.merge(principal, window.hour, Math::min);
            firstHourOfNetwork.merge(pair(principal, network), window.hour, Math::min);
            if (cell.store != Cell.NO_STORE) {
                firstHourOfStore.merge(pair(principal, cell.store), window.hour, Math::min);
            }
        }
        return Optional.of(cell);
    }

    private PrincipalHour window(int principal, AccessEvent event) {
        long hour = PrincipalHour.hourOf(event.time());
        PrincipalHour window = latest;
        if (window == null || window.principal != principal || window.hour != hour) {
            window = windows.computeIfAbsent(
                    pair(principal, (int) hour), unused -> new PrincipalHour(principal, hour, event));
            latest = window;
        }
        return window;
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | low & 0xFFFFFFFFL;
    }

    /** Whether a principal that was seen in an earlier hour came from this network for the first time in this one. */
    public boolean isNewNetwork(String token, String network, java.time.Instant time) {
        int principal = principals.number(token);
        Long first = firstHour.get(principal);
        Long firstThere = firstHourOfNetwork.get(pair(principal, networks.number(network)));
        long hour = PrincipalHour.hourOf(time);
        return first != null && first < hour && firstThere != null && firstThere >= hour;
    }

    /**
     * Objects that a cell of a window read from a store which its principal, known before, began to touch within the
     * last two weeks; 0 if the store is no news or nothing was read.
     */
    public long readsOfNewStore(PrincipalHour window, Cell cell) {
        if (cell.store == Cell.NO_STORE || !cell.isRead()) {
            return 0;
        }
        long firstThere = firstHourOfStore.getOrDefault(pair(window.principal, cell.store), window.hour);
        long known = firstThere - firstHour.getOrDefault(window.principal, firstThere);
        boolean isNew = known >= 24 * HABITS_DAYS && window.hour - firstThere < 24 * STORE_NEW_DAYS;
        return isNew ? cell.count : 0;
    }

    /** Every window, earliest first; those of one hour as their principals were first read, whatever their tokens. */
    public List<PrincipalHour> windows() {
        List<PrincipalHour> sorted = new ArrayList<>(windows.values());
        sorted.sort(Comparator.comparingLong((PrincipalHour window) -> window.hour)
                .thenComparingInt(window -> window.principal));
        return sorted;
    }

    /** People are judged among people, programs among programs; who has signed in by hand by then is a person. */
    public boolean isHuman(PrincipalHour window) {
        Long since = firstHumanHour.get(window.principal);
        return since != null && since <= window.hour;
    }

    /** The store that a cell's accesses touched, if any. */
    public Optional<String> store(Cell cell) {
        return cell.store == Cell.NO_STORE ? Optional.empty() : Optional.of(stores.thing(cell.store));
    }

    public String action(Cell cell) {
        return actions.thing(cell.action).name();
    }

    public String network(Cell cell) {
        return networks.thing(cell.network);
    }

    /** How many cells there are; their numbers are below it. */
    public int cellCount() {
        return cells.size();
    }

    String storeName(int store) {
        return stores.thing(store);
    }
}
