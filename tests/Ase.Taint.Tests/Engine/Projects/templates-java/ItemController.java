public class ItemController {
  public String list(HttpServletRequest request, Model model) {
    model.addAttribute("query", request.getParameter("q"));
    model.addAttribute("count", 1);
    return "list";
  }
}
