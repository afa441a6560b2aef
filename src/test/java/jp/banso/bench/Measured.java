package jp.banso.bench;

import java.util.List;

/** One bench. A new one is a small class of its own and a line in {@link Bench}. */
interface Measured {

    /** The first of its names in results.json, and what {@code --only} takes. */
    String name();

    /** At which sizes: those asked for, unless it has its own. */
    default List<Integer> sizes(List<Integer> asked) {
        return asked;
    }

    /** Measures at the size the world has now. */
    List<Result> measure(World world) throws Exception;
}
