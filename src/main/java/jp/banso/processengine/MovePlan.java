package jp.banso.processengine;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which running processes go from where to where.
 *
 * @param municipalityId only processes of this municipality
 * @param source definition id of the version they run on
 * @param target definition id of the version they are to run on
 * @param mapping steps that the target does not have, to the steps that take their place; equal ids map by themselves
 */
public record MovePlan(String municipalityId, String source, String target, Map<String, String> mapping) {

    public MovePlan {
        mapping = Map.copyOf(new TreeMap<>(mapping));
    }

    /** The same way with other steps in the place of the removed ones. */
    public MovePlan with(Map<String, String> other) {
        return new MovePlan(municipalityId, source, target, other);
    }
}
