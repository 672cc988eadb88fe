package dev.lifeboat.jobmatch.desktop;

import java.awt.Component;
import java.awt.Point;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.assertj.swing.timing.Timeout;

/**
 * A robot that clicks only on what has come to rest. A window that has just changed may still be laid out anew, and be
 * moved by the window manager, when a test has seen the change already.
 */
final class SteadyRobot {
    private static final Timeout PATIENCE = Timeout.timeout(30, TimeUnit.SECONDS);
    private static final int LOOKS_AT_REST = 15;

    private SteadyRobot() {}

    /** The same robot, but for its clicks. */
    static Robot around(Robot robot) {
        return (Robot) Proxy.newProxyInstance(
                Robot.class.getClassLoader(), new Class<?>[] {Robot.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("click") && arguments[0] instanceof Component target) {
                        robot.waitForIdle();
                        awaitRest(target);
                    }
                    try {
                        return method.invoke(robot, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static void awaitRest(Component target) {
        Pause.pause(
                new Condition(target.getName() + " at rest") {
                    private Optional<Point> last = Optional.empty();
                    private int looks;

                    @Override
                    public boolean test() {
                        Optional<Point> now = GuiActionRunner.execute(() ->
                                target.isShowing() ? Optional.of(target.getLocationOnScreen()) : Optional.empty());
                        looks = now.equals(last) ? looks + 1 : 0;
                        last = now;
                        return looks >= LOOKS_AT_REST;
                    }
                },
                PATIENCE);
    }
}
