/**
 * What the windows of the application are made of: words, icons, commands, questions, forms and the way to the data.
 */
package dev.lifeboat.jobmatch.window.parts;
