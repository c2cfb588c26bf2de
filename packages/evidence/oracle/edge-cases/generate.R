source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))), "../metafor.R"))

# Made-up effects at the edges of what can be pooled; each analysis carries its own.
at_the_edge <- function(title, yi, vi, ...) {
  from <- length(analyses) + 1
  record_pooling(yi, vi, ...)
  for (i in from:length(analyses)) {
    analyses[[i]]$id <<- paste(title, analyses[[i]]$id, sep = ", ")
    analyses[[i]]$effects <<- data_of(paste("study", seq_along(yi)), yi, vi)
  }
}

at_the_edge("one study", 0.4, 0.09, methods = "DL", tests = "z")
at_the_edge("two studies that agree", c(0.2, 0.25), c(0.04, 0.09))
at_the_edge("two studies that disagree", c(-0.5, 1.2), c(0.04, 0.09))
at_the_edge("three studies", c(0.1, 0.9, 0.3), c(0.02, 0.5, 0.05))
at_the_edge("closer together than chance", c(0.30, 0.31, 0.29, 0.30, 0.32), c(0.1, 0.2, 0.15, 0.3, 0.12), tests = c("z", "t", "adhoc", "knha"))
at_the_edge("equal variances", c(1.2, -0.3, 0.8, 2.1, 0.1, 0.6), rep(0.1, 6))
at_the_edge("one study a thousand times as precise", c(0.2, 1.5, -0.4, 0.9), c(0.0001, 0.1, 0.2, 0.15))
at_the_edge("effects in the millions", c(2.1e6, 3.4e6, 1.2e6, 4.4e6), c(1e11, 2e11, 5e11, 3e11))
at_the_edge("effects in millionths", c(2.1e-6, 3.4e-6, 1.2e-6, 4.4e-6), c(1e-13, 2e-13, 5e-13, 3e-13), tests = c("z", "knha"))
write_case()
