package dev.lifeboat.jobmatch.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A terminal that keeps what is printed, with a person at it or without. */
final class FakeTerminal implements Terminal {
    final List<String> questions = new ArrayList<>();
    Optional<String> answer = Optional.empty();
    boolean somebodyThere;
    Charset charset = StandardCharsets.UTF_8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Override
    public ByteArrayOutputStream out() {
        return out;
    }

    @Override
    public ByteArrayOutputStream err() {
        return err;
    }

    @Override
    public Charset charset() {
        return charset;
    }

    @Override
    public boolean canAsk() {
        return somebodyThere;
    }

    @Override
    public boolean showsProgress() {
        return somebodyThere;
    }

    @Override
    public boolean showsColours() {
        return false;
    }

    @Override
    public Optional<String> ask(String question) {
        questions.add(question);
        return answer;
    }
}
