/** Measures the product beside the bare engine (bin/bench, bench/README.md). Never part of the product. */
@NullMarked
package jp.banso.bench;

import org.jspecify.annotations.NullMarked;
