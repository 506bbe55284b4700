package dev.plumbline.dashboards.demo.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One way in which a resource can stand crooked.
 *
 * @param rules ids of the rules that must fail by it: more than one where one mistake is seen from two sides
 * @param type of resource it is planted in
 * @param suits which resources of that type it fits
 */
record Fault(List<String> rules, String type, Predicate<Draft> suits, Consumer<Draft> plant) {
    Fault {
        rules = List.copyOf(rules);
    }

    static Fault of(String rule, String type, Consumer<Draft> plant) {
        return new Fault(List.of(rule), type, draft -> true, plant);
    }

    Fault onlyIf(Predicate<Draft> condition) {
        return new Fault(rules, type, suits.and(condition), plant);
    }

    /** The same mistake fails this rule too. */
    Fault failsToo(String rule) {
        List<String> more = new ArrayList<>(rules);
        more.add(rule);
        return new Fault(more, type, suits, plant);
    }
}
