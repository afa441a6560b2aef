package jp.banso.handover;

/**
 * What someone has to do with.
 *
 * @param cases open cases led
 * @param steps open steps held
 * @param overdue those of the steps whose due time has passed
 * @param besides those of the steps that belong to nothing the worker leads
 */
public record Load(String username, int cases, int steps, int overdue, int besides) {

    /** What balancing compares: a case led counts one with all its steps, a step besides counts one. */
    public int weight() {
        return cases + besides;
    }

    public static Load none(String username) {
        return new Load(username, 0, 0, 0, 0);
    }
}
