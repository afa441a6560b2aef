package jp.banso.people;

/**
 * A place of work: a municipal centre, a Hello Work desk or a contracted partner.
 *
 * @param kind {@code municipal}, {@code hellowork} or {@code contractor}
 */
public record Office(String officeId, String municipalityId, String name, String kind) {}
