/** Topics run contestants alternately in a race; each comparison of their medians becomes a row of the report. */
package dev.lifeboat.benchmark;
