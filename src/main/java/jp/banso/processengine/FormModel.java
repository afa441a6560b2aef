package jp.banso.processengine;

/** The form of a task as it was published together with its process; the version names that publication. */
public record FormModel(String key, String version, String json) {}
