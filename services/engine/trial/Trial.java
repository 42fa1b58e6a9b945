import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.dmn.DecisionEngine;
import io.camunda.zeebe.dmn.DecisionEngineFactory;
import io.camunda.zeebe.dmn.DecisionEvaluationResult;
import io.camunda.zeebe.dmn.EvaluatedDecision;
import io.camunda.zeebe.dmn.ParsedDecisionRequirementsGraph;
import io.camunda.zeebe.dmn.impl.VariablesContext;
import io.camunda.zeebe.el.EvaluationContext;
import io.camunda.zeebe.el.ExpressionLanguageFactory;
import io.camunda.zeebe.engine.EngineConfiguration;
import io.camunda.zeebe.engine.processing.bpmn.clock.ZeebeFeelEngineClock;
import io.camunda.zeebe.engine.processing.common.ExpressionProcessor;
import io.camunda.zeebe.engine.processing.deployment.model.BpmnFactory;
import io.camunda.zeebe.engine.processing.deployment.model.transformation.BpmnTransformer;
import io.camunda.zeebe.engine.processing.deployment.model.validation.StraightThroughProcessingLoopValidator;
import io.camunda.zeebe.engine.processing.deployment.transform.BpmnValidator;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.deployment.DeploymentResource;
import io.camunda.zeebe.scheduler.clock.ActorClock;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.camunda.feel.FeelEngine;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import scala.util.Either;

/**
 * What the broker would say about a model, asked outside the broker: its own parser, validator and decision engine, from the jars of its distribution.
 * One question a line on stdin, one answer a line on stdout, both JSON, in order; ends with its parent.
 *
 * Nothing can stop an expression that runs, so a watch beside it ends the whole program when an answer has cost more than its time: it says
 * `{late: true}` and whoever asks starts a new one. The time is that of the processor, not of the clock: on a busy machine nothing is refused for
 * having had to wait.
 */
public final class Trial {
  private static final int MOST_KEPT = 64;
  private static final long LOOK_EVERY_MS = 50;

  /** What the answer that is being worked on may cost, by the watch's clock; far away when there is none. */
  private volatile long costsAtMost = Long.MAX_VALUE;

  private final ObjectMapper json = new ObjectMapper();
  private final FeelEngine feel =
      new FeelEngine(
          FeelEngine.defaultFunctionProvider(), FeelEngine.defaultValueMapper(), FeelEngine.defaultConfiguration(), FeelEngine.defaultClock());
  private final DecisionEngine decisions = DecisionEngineFactory.createDecisionEngine();
  private final BpmnTransformer transformer = BpmnFactory.createTransformer();
  private final BpmnValidator validator = createValidator();

  /** Tables by the hash their asker gives them; the least recently asked goes first. */
  private final Map<String, ParsedDecisionRequirementsGraph> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ParsedDecisionRequirementsGraph> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private static BpmnValidator createValidator() {
    var language = ExpressionLanguageFactory.createExpressionLanguage(new ZeebeFeelEngineClock(ActorClock.current()));
    EvaluationContext nothing = name -> null;
    return BpmnFactory.createValidator(
        new ExpressionProcessor(language, scope -> nothing), EngineConfiguration.DEFAULT_VALIDATORS_RESULTS_OUTPUT_MAX_SIZE);
  }

  /** `{expressions: [{text, unary}]}` → `{faults: ["" | the parser's words]}` */
  private void parse(JsonNode question, ObjectNode answer) {
    ArrayNode faults = answer.putArray("faults");
    for (JsonNode each : question.get("expressions")) {
      String text = each.get("text").asText();
      Either<FeelEngine.Failure, ?> parsed = each.get("unary").asBoolean() ? feel.parseUnaryTests(text) : feel.parseExpression(text);
      faults.add(parsed.isLeft() ? parsed.left().get().message() : "");
    }
  }

  /** `{name, content}` → `{failure}`: what a deployment would be refused with, in the broker's order. */
  private void validate(JsonNode question, ObjectNode answer) {
    String name = question.get("name").asText();
    answer.put("failure", failureOf(name, question.get("content").asText()));
  }

  private String failureOf(String name, String content) {
    try {
      var model = Bpmn.readModelFromStream(streamOf(content));
      String invalid = validator.validate(model);
      if (invalid != null) return invalid;
      var processes = transformer.transformDefinitions(model);
      var loops = StraightThroughProcessingLoopValidator.validate(new DeploymentResource().setResourceName(BufferUtil.wrapString(name)), processes);
      return loops.isLeft() ? loops.getLeft().getMessage() : "";
    } catch (RuntimeException refused) {
      return messageOf(refused);
    }
  }

  /** `{hash, content?}` → `{failure}`; `{unknown: true}` when the text is needed and not given. */
  private ParsedDecisionRequirementsGraph table(JsonNode question, ObjectNode answer) {
    String hash = question.get("hash").asText();
    var found = known.get(hash);
    if (found == null && !question.has("content")) {
      answer.put("unknown", true);
      return null;
    }
    if (found == null) {
      found = decisions.parse(streamOf(question.get("content").asText()));
      known.put(hash, found);
    }
    answer.put("failure", found.isValid() ? "" : found.getFailureMessage());
    return found.isValid() ? found : null;
  }

  /** `{hash, content?, decision, variables}` → `{failure, output, steps: [{decision, inputs, rules}]}` */
  private void evaluate(JsonNode question, ObjectNode answer) throws Exception {
    var graph = table(question, answer);
    if (graph == null) return;
    String decision = question.get("decision").asText();
    if (graph.getDecisions().stream().noneMatch(each -> each.getId().equals(decision))) {
      answer.put("missing", true);
      return;
    }
    var result = ask(graph, decision, question.get("variables"));
    answer.put("failure", result.isFailure() ? result.getFailureMessage() : "");
    answer.set("output", result.isFailure() ? null : json.readTree(MsgPackConverter.convertToJson(result.getOutput())));
    ArrayNode steps = answer.putArray("steps");
    for (EvaluatedDecision each : result.getEvaluatedDecisions()) {
      ObjectNode step = steps.addObject().put("decision", each.decisionId());
      ArrayNode inputs = step.putArray("inputs");
      for (var input : each.evaluatedInputs()) inputs.add(json.readTree(MsgPackConverter.convertToJson(input.inputValue())));
      ArrayNode rules = step.putArray("rules");
      for (var rule : each.matchedRules()) rules.add(rule.ruleId());
    }
  }

  /**
   * `{hash, content?, decision, variables}` → `{failure, cells: [[row, column]]}`: the cells that hold, counted from 0; empty ones hold always and are
   * left out. Asked of the decision engine itself, by a table that has one row for each cell.
   */
  private void cells(JsonNode question, ObjectNode answer) throws Exception {
    String decision = question.get("decision").asText();
    ObjectNode apart = question.deepCopy();
    apart.put("hash", "cells " + decision + " " + question.get("hash").asText());
    if (question.has("content")) apart.put("content", takeApart(question.get("content").asText(), decision));
    var graph = table(apart, answer);
    if (graph == null) return;
    var result = ask(graph, decision, question.get("variables"));
    answer.put("failure", result.isFailure() ? result.getFailureMessage() : "");
    ArrayNode cells = answer.putArray("cells");
    for (EvaluatedDecision each : result.getEvaluatedDecisions()) {
      if (!each.decisionId().equals(decision)) continue;
      for (var rule : each.matchedRules()) {
        String[] place = rule.ruleId().split("_");
        cells.addArray().add(Integer.parseInt(place[1])).add(Integer.parseInt(place[2]));
      }
    }
  }

  private static String takeApart(String content, String decision) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document = factory.newDocumentBuilder().parse(streamOf(content));
    Element table = null;
    for (Element each : childrenOf(document.getDocumentElement(), "decision"))
      if (each.getAttribute("id").equals(decision)) table = childrenOf(each, "decisionTable").get(0);
    if (table == null) throw new IllegalArgumentException("no such decision");
    List<Element> rules = childrenOf(table, "rule");
    for (int row = 0; row < rules.size(); row += 1) {
      List<Element> entries = childrenOf(rules.get(row), "inputEntry");
      for (int column = 0; column < entries.size(); column += 1) {
        String cell = entries.get(column).getTextContent().trim();
        if (cell.isEmpty() || cell.equals("-")) continue;
        Element single = append(table, "rule", "");
        single.setAttribute("id", "cell_" + row + "_" + column);
        for (int other = 0; other < entries.size(); other += 1) append(append(single, "inputEntry", ""), "text", other == column ? cell : "-");
        for (Element output : childrenOf(rules.get(row), "outputEntry")) append(append(single, "outputEntry", ""), "text", "0");
      }
      table.removeChild(rules.get(row));
    }
    table.setAttribute("hitPolicy", "COLLECT");
    table.removeAttribute("aggregation");
    StringWriter text = new StringWriter();
    TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }

  private static List<Element> childrenOf(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling())
      if (each instanceof Element element && name.equals(element.getLocalName())) found.add(element);
    return found;
  }

  private static Element append(Element parent, String name, String said) {
    Document document = parent.getOwnerDocument();
    String prefix = parent.getPrefix();
    Element child = document.createElementNS(parent.getNamespaceURI(), prefix == null ? name : prefix + ":" + name);
    if (!said.isEmpty()) child.setTextContent(said);
    parent.appendChild(child);
    return child;
  }

  private DecisionEvaluationResult ask(ParsedDecisionRequirementsGraph graph, String decision, JsonNode variables) {
    var document = BufferUtil.wrapArray(MsgPackConverter.convertToMsgPack(variables.toString()));
    return decisions.evaluateDecisionById(graph, decision, new VariablesContext(MsgPackConverter.convertToMap(document)));
  }

  private static ByteArrayInputStream streamOf(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String messageOf(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) cause = cause.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private ObjectNode answer(JsonNode question) {
    ObjectNode answer = json.createObjectNode();
    try {
      switch (question.get("ask").asText()) {
        case "parse" -> parse(question, answer);
        case "validate" -> validate(question, answer);
        case "table" -> table(question, answer);
        case "evaluate" -> evaluate(question, answer);
        case "cells" -> cells(question, answer);
        default -> answer.put("failure", "unknown question");
      }
    } catch (StackOverflowError deep) {
      answer.removeAll();
      answer.put("deep", true);
    } catch (Exception thrown) {
      answer.removeAll();
      answer.put("failure", messageOf(thrown));
    }
    return answer;
  }

  private void watch(Thread working, PrintStream answers) {
    var threads = ManagementFactory.getThreadMXBean();
    try {
      while (threads.getThreadCpuTime(working.threadId()) <= costsAtMost) Thread.sleep(LOOK_EVERY_MS);
    } catch (InterruptedException ended) {
      return;
    }
    answers.println("{\"late\":true}");
    answers.flush();
    Runtime.getRuntime().halt(3);
  }

  private void serve(PrintStream answers) throws Exception {
    var threads = ManagementFactory.getThreadMXBean();
    Thread working = Thread.currentThread();
    Thread.ofPlatform().daemon().start(() -> watch(working, answers));
    answers.println("{\"ready\":true}");
    answers.flush();
    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      JsonNode question = json.readTree(line);
      costsAtMost = threads.getCurrentThreadCpuTime() + question.get("milliseconds").asLong() * 1_000_000;
      String said = json.writeValueAsString(answer(question));
      costsAtMost = Long.MAX_VALUE;
      answers.println(said);
      answers.flush();
    }
  }

  public static void main(String[] args) throws Exception {
    // The answers have stdout to themselves: whatever the engine's parts write goes elsewhere, or nowhere.
    PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    System.setOut(System.err);
    Configurator.setAllLevels("", Level.OFF);
    new Trial().serve(answers);
    // Threads of the engine's parts must not outlive the parent.
    Runtime.getRuntime().halt(0);
  }
}
