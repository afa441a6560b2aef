/** The engine as Cockpit and Admin see it: our people as its users, reading rights only, and no way around the product. */
@NullMarked
package jp.banso.console.engine;

import org.jspecify.annotations.NullMarked;
