package dev.lifeboat.jobmatch.cli;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the person's language what the parser, which speaks English only, did not like. */
final class UsageProblem {
    private UsageProblem() {}

    /** The sentence for a refusal. */
    static String sentence(ParameterException problem, Texts texts) {
        if (problem instanceof MissingParameterException missing) {
            List<String> labels = missing.getMissing().stream()
                    .map(UsageProblem::label)
                    .distinct()
                    .toList();
            return texts.of("problem.missing", String.join(", ", labels));
        }
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, texts);
        }
        if (problem instanceof OverwrittenOptionException twice) {
            return texts.of("problem.twice", label(twice.getOverwritten()));
        }
        if (problem.getArgSpec() != null && problem.getValue() != null) {
            return texts.of("problem.invalid-value", label(problem.getArgSpec()), problem.getValue());
        }
        return texts.of("problem.other", String.valueOf(problem.getMessage()));
    }

    private static String unmatched(UnmatchedArgumentException problem, Texts texts) {
        String word = problem.getUnmatched().get(0);
        String sentence = texts.of(word.startsWith("-") ? "problem.unknown-option" : "problem.unknown-word", word);
        List<String> similar = problem.getSuggestions();
        return similar.isEmpty() ? sentence : sentence + " " + texts.of("problem.similar", similar.get(0));
    }

    private static String label(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return option.typeInfo().isBoolean()
                    ? option.longestName()
                    : option.longestName() + " " + option.paramLabel();
        }
        return ((PositionalParamSpec) argument).paramLabel();
    }
}
