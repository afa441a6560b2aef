package jp.banso.processengine;

import java.time.LocalDate;
import java.util.List;

/**
 * What a table would have said in cases that were decided with the one in force.
 *
 * @param key of the decision
 * @param since the first day looked at
 * @param asked how often it was asked since then, or the newest of them
 * @param same how many would have gone the same way
 * @param others the other ways, most cases first
 * @param unknown how many cannot be told, because a fact was not known then
 * @param missing those facts
 * @param isCut whether there were more than are looked at
 */
public record Replay(
        String key,
        String title,
        LocalDate since,
        int asked,
        int same,
        List<Way> others,
        int unknown,
        List<String> missing,
        boolean isCut) {

    /**
     * Cases that would have gone another way.
     *
     * @param before name of the branch that was taken
     * @param after name of the branch that would be taken
     * @param caseNos some of them; empty when the decision belonged to no case
     */
    public record Way(String before, String after, int times, List<String> caseNos) {}

    public int changed() {
        return others.stream().mapToInt(Way::times).sum();
    }
}
