package jp.banso.bench;

import java.util.List;

/** RESULTS.md. */
record ResultsPage(List<Result> all, Machine machine) {

    String text() {
        return machine.text() + "\n";
    }
}
