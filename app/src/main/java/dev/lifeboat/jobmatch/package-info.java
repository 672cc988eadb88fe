/** Job Match Checker: where the application starts and is put together. */
package dev.lifeboat.jobmatch;
