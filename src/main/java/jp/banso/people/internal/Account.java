package jp.banso.people.internal;

import jp.banso.people.Member;

/** A member with the state of the account. */
public record Account(Member member, boolean active, boolean mustChange) {}
