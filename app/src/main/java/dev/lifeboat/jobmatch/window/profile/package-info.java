/** The screens of the person who looks for a job: profile, skills and preferences. */
package dev.lifeboat.jobmatch.window.profile;
