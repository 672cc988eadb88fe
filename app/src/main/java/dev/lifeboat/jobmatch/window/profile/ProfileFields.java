package dev.lifeboat.jobmatch.window.profile;

import dev.lifeboat.jobmatch.jobs.Profile;
import dev.lifeboat.jobmatch.window.parts.Form;
import dev.lifeboat.jobmatch.window.parts.Texts;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** The inputs for who is looking for a job. */
final class ProfileFields {
    private final Form form;
    private final JTextField name;
    private final JTextField headline;
    private final JTextField email;
    private final JTextField location;
    private final JTextArea summary;

    ProfileFields(Texts texts, Profile profile) {
        form = new Form(texts, "profile");
        name = form.row("name", new JTextField(profile.name(), 30));
        headline = form.row("headline", new JTextField(profile.headline()));
        email = form.row("email", new JTextField(profile.email()));
        location = form.row("location", new JTextField(profile.location()));
        summary = form.area("summary", 6);
        summary.setText(profile.summary());
        summary.setCaretPosition(0);
    }

    JComponent component() {
        return form.panel();
    }

    Profile value() {
        return new Profile(
                name.getText().strip(),
                headline.getText().strip(),
                email.getText().strip(),
                location.getText().strip(),
                summary.getText().strip());
    }
}
