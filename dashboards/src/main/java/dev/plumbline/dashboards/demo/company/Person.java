package dev.plumbline.dashboards.demo.company;

/**
 * Somebody who signs in, named by duty and number.
 *
 * @param account where this person has a user, or mostly works
 * @param home address of the network this person works from
 * @param firstDay from which day of the logs on; above 0 for new hires
 */
public record Person(String name, Duty duty, Team team, CloudAccount account, String home, int firstDay) {
    public enum Duty {
        ANALYST,
        DEVELOPER,
        OPERATOR
    }

    public String mail() {
        return name + "@meridian.example";
    }
}
