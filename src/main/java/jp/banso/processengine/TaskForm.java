package jp.banso.processengine;

/**
 * A published form.
 *
 * @param resourceId changes with every published change of the file
 */
public record TaskForm(String key, int version, String resourceId, String json) {}
