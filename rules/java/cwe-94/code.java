import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.servlet.http.HttpServletRequest;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/** A calculator for formulas. */
class Calculator {
    void script(HttpServletRequest request) throws Exception {
        String formula = request.getParameter("formula");
        ScriptEngine engine = new ScriptEngineManager().getEngineByName("js");
        // ruleid: java-code-injection
        engine.eval(formula);
        // a script of ours that reads the input as a value
        engine.put("formula", formula);
        // ok: java-code-injection
        engine.eval("compute(formula)");
        if (formula.matches("[0-9+*/-]+")) {
            // ok: java-code-injection
            engine.eval(formula);
        }
    }

    void expression(HttpServletRequest request) {
        ExpressionParser parser = new SpelExpressionParser();
        // ruleid: java-code-injection
        parser.parseExpression(request.getParameter("filter")).getValue();
        // ok: java-code-injection
        parser.parseExpression("name == #name").getValue(request.getParameter("filter"));
        // ruleid: java-code-injection
        Ognl.getValue("order." + request.getParameter("field"), this);
    }

    Object plugin(HttpServletRequest request) throws Exception {
        // ruleid: java-code-injection
        return Class.forName(request.getParameter("plugin")).getDeclaredConstructor().newInstance();
    }

    Object known(HttpServletRequest request) throws Exception {
        String name = "sum".equals(request.getParameter("plugin")) ? "plugins.Sum" : "plugins.Mean";
        // ok: java-code-injection
        return Class.forName(name).getDeclaredConstructor().newInstance();
    }
}
